//! French nouns of roles and trades.

use crate::lang::words::{Sorted, sorted};

/// Nouns of roles and trades, folded and sorted.
pub(super) static ROLES: Sorted = sorted!(
    "abbe acteur actrice adjoint adjointe adjudant administrateur administratrice agent agriculteur agricultrice \
     aide-soignant aide-soignante ailier ambassadeur ambassadrice ambulancier ambulanciere amiral analyste \
     animateur animatrice apiculteur apicultrice arbitre archeveque architecte artisan artisane artiste \
     assistant assistante athlete attaquant auteur auteure autrice avocat avocate ayatollah baron baronne \
     batonnier benevole berger bergere bijoutier bijoutiere boucher bouchere boulanger boulangere bourgmestre \
     brigadier buteur buteuse calife cancerologue candidat candidate capitaine caporal cardinal champion \
     championne chancelier chanceliere chanteur chanteuse charge chargee charpentier chauffeur chef cheffe \
     chercheur chercheuse chirurgien chirurgienne chroniqueur chroniqueuse cineaste co-fondateur coach \
     cofondateur cofondatrice coiffeur coiffeuse colonel comedien comedienne commandant commandante commercant \
     commercante commissaire compagne compagnon compere compositeur compositrice comte comtesse concierge \
     conducteur conductrice conjoint conjointe conseiller conseillere consul consultant consultante coordinateur \
     coordinatrice coureur coureuse cousin cousine coutelier couteliere couturier couturiere createur creatrice \
     cuisinier cuisiniere curateur curatrice cycliste danseur danseuse defenseur defenseure delegue deleguee \
     depute deputee dessinateur dessinatrice dictateur directeur directrice dirigeant dirigeante docteur \
     docteure douanier doyen doyenne duc duchesse eboueur echevin echevine ecrivain ecrivaine edile editeur \
     editrice electricien eleveur eleveuse elu elue emir empereur employe employee enseignant enseignante \
     entraineur entraineuse entrepreneur entrepreneuse envoye envoyee epouse epoux etudiant etudiante eurodepute \
     eurodeputee eveque expert experte exploitant exploitante facteur factrice femme fille fils fonctionnaire \
     fondateur fondatrice footballeur footballeuse forgeron forgeronne formateur formatrice frere fromager \
     fromagere gardien gardienne gendarme general generale gerant gerante gouverneur gouverneure greffier \
     greffiere guide habitant habitante historien historienne homologue horloger horlogere hotelier hoteliere \
     humoriste illustrateur illustratrice imam imperatrice infirmier infirmiere ingenieur ingenieure inspecteur \
     inspectrice instituteur institutrice interprete jardinier jardiniere joueur joueuse journaliste juge jure \
     lanceur laureat laureate leader libraire lieutenant locataire luthier magistrat magistrate maire mairesse \
     major maraicher maraichere marechal mari marin medaille medaillee medecin membre menuisier menuisiere mere \
     meteorologue metteur metteuse milieu militaire militant militante ministre moine moniteur monitrice \
     musicien musicienne nageur nageuse navigateur negociateur negociatrice neveu niece notaire numero officier \
     oligarque oncle opposant opposante ostreiculteur ostreicultrice ouvrier ouvriere pape parolier partenaire \
     partisan pasteur patissier patissiere patron patronne pecheur pediatre peintre pere pharmacien pharmacienne \
     philosophe photographe physicien physicienne pilote plaignant plaignante plombier poete policier policiere \
     pompier porte-parole potier potiere prefet prefete premier premiere president presidente pretendant pretre \
     prince princesse principal principale procureur procureure producteur productrice professeur professeure \
     proprietaire proviseur proviseure psychiatre rabbin rappeur rappeuse rapporteur rapporteure realisateur \
     realisatrice recteur rectrice redacteur redactrice referent refugie reine representant representante \
     resistant resistante responsable restaurateur restauratrice retraite retraitee roi romancier romanciere \
     sage-femme scenariste sculpteur secretaire selectionneur senateur senatrice sergent serveur serveuse sherif \
     skieur skieuse sociologue soeur soldat specialiste star styliste successeur suspect syndic syndique tante \
     temoin traducteur traductrice tresorier tresoriere tsar universitaire vainqueur vendeur vendeuse veteran \
     veterinaire veuf veuve vice-premier vice-president vice-presidente victime vigneron vigneronne viticulteur \
     viticultrice voisin voisine zoologue"
);
